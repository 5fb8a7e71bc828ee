using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Commands;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests;

public sealed class SchemaTests
{
    private readonly ISchema _schema = Server.Build([]).Services.GetRequiredService<ISchema>();

    [Fact]
    public void The_committed_schema_is_that_of_the_server() => Assert.Equal(
        File.ReadAllText(Repository.PathOf("schema.graphql")), SchemaDocument.Print(_schema));

    [Fact]
    public void The_schema_has_this_outline()
    {
        _schema.Initialize();
        Snapshot.Match(_schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal, IncludeDescriptions = false }).Split('\n'));
    }

    [Fact]
    public void Everything_is_described()
    {
        _schema.Initialize();
        string[] builtIn = ["Boolean", "Float", "ID", "Int", "String"];
        var types = _schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !builtIn.Contains(type.Name)).ToList();
        var undescribed = types
            .Where(type => string.IsNullOrWhiteSpace(type.Description)).Select(type => type.Name)
            .Concat(types.OfType<IComplexGraphType>().SelectMany(type => type.Fields
                .Where(field => string.IsNullOrWhiteSpace(field.Description)).Select(field => $"{type.Name}.{field.Name}")))
            .Concat(types.OfType<IComplexGraphType>().SelectMany(type => type.Fields.SelectMany(field => (field.Arguments ?? [])
                .Where(argument => string.IsNullOrWhiteSpace(argument.Description)).Select(argument => $"{type.Name}.{field.Name}({argument.Name})"))))
            .Concat(types.OfType<EnumerationGraphType>().SelectMany(type => type.Values
                .Where(value => string.IsNullOrWhiteSpace(value.Description)).Select(value => $"{type.Name}.{value.Name}")));
        Assert.Empty(undescribed);
    }
}
