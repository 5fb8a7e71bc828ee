using System.Globalization;
using System.Text;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Transport;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Platform.Security;

/// <summary>Who may do what, as the running server has it: nothing is for anybody unless it says so.</summary>
public sealed class AccessMatrixTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly Viewer[] Viewers = [Viewer.Nobody, .. Roles.All.Split(',').Select(role => new Viewer(role, Key: 0))];

    private ISchema Schema => app.Services.GetRequiredService<ISchema>();

    [Fact]
    public async Task Every_field_is_for_these_roles()
    {
        var table = new StringBuilder("field".PadRight(40)).AppendJoin(' ', Viewers.Select(viewer => viewer.Role.PadRight(9))).AppendLine();
        foreach (var (kind, field) in Fields())
        {
            table.Append($"{kind}.{field.Name}".PadRight(40));
            foreach (var viewer in Viewers)
            {
                table.Append(CultureInfo.InvariantCulture, $" {await AnswerAsync(kind, field, viewer),-9}");
            }

            table.AppendLine();
        }

        Snapshot.Match(string.Join('\n', table.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())));
    }

    [Fact]
    public void Of_every_field_it_is_said_for_whom_it_is() =>
        Assert.Empty(Fields().Where(each => !FieldAccess.IsDeclared(each.Field)).Select(each => each.Field.Name));

    [Fact]
    public void Of_every_row_it_is_said_who_sees_it() => Assert.Empty(RowTypes().Where(row => !Rules.Knows(row)).Select(row => row.Name));

    [Fact]
    public void What_caches_may_keep_for_everybody_is_for_everybody_all_the_way_down() => Assert.Empty(
        from field in Schema.Query.Fields
        where field.GetMetadata<bool>("Public")
        from row in Reachable(field.ResolvedType!, [])
        from viewer in Viewers
        where Rules.For(viewer).On(System.Linq.Expressions.Expression.Parameter(row)) is not null
        select $"{field.Name}: {row.Name} for {viewer.Role}");

    private VisibilityRules Rules => app.Services.GetRequiredService<VisibilityRules>();

    private IEnumerable<(OperationType Kind, FieldType Field)> Fields() =>
        from kind in Enum.GetValues<OperationType>()
        from field in Schema.RootOf(kind).Fields
        orderby kind, field.Name
        select (kind, field);

    private IEnumerable<Type> RowTypes() => Schema.AllTypes.Select(RowOf).OfType<Type>();

    private static Type? RowOf(IGraphType type) =>
        type.GetType() is { IsGenericType: true } entity && entity.GetGenericTypeDefinition() == typeof(EntityType<>) && entity.GetGenericArguments()[0] is var row && row.IsAssignableTo(typeof(IRow))
            ? row
            : null;

    private static IEnumerable<Type> Reachable(IGraphType type, HashSet<string> seen)
    {
        var named = (IGraphType)type.GetNamedType();
        if (named is not IComplexGraphType complex || !seen.Add(named.Name))
        {
            return [];
        }

        var below = complex.Fields.Where(PublicAttribute.IsShared).SelectMany(field => Reachable(field.ResolvedType!, seen));
        return RowOf(named) is { } row ? below.Prepend(row) : below;
    }

    private async Task<string> AnswerAsync(OperationType kind, FieldType field, Viewer viewer)
    {
        using var leave = new CancellationTokenSource();
        using var answer = await app.Services.GetRequiredService<RequestExecutor>().ExecuteAsync(
            new GraphQLRequest { Query = MinimalDocument.Of(kind, field) }, viewer, static _ => true, lastEventId: null, leave.Token);
        await leave.CancelAsync();
        var codes = answer.Result?.Errors?.Select(error => error.Code) ?? [];
        return codes.Contains("AUTH_NOT_AUTHENTICATED", StringComparer.Ordinal) ? "sign in"
            : codes.Contains("AUTH_NOT_AUTHORIZED", StringComparer.Ordinal) ? "no"
            : "yes";
    }
}
