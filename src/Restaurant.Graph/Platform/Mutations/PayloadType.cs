using System.Globalization;
using System.Reflection;
using GraphQL.Resolvers;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>What a mutation answers: its subject, or errors.</summary>
/// <param name="SubjectId">The key of the subject, where that is a row.</param>
/// <param name="Errors">The errors.</param>
internal sealed record Payload(long? SubjectId, IReadOnlyList<MutationError> Errors)
{
    private const int MaxErrors = 100;

    /// <summary>The subject, where that is no row.</summary>
    public object? Value { get; init; }

    /// <summary>
    /// Creates the payload of a mutation that was refused. An input can have more errors than a person reads: the first are told, and the last of
    /// these says how many more there are.
    /// </summary>
    public static Payload Refused(IReadOnlyList<MutationError> errors)
    {
        if (errors.Count <= MaxErrors)
        {
            return new Payload(null, errors);
        }

        var last = errors[MaxErrors - 1];
        var omitted = string.Create(CultureInfo.InvariantCulture, $"{last.Message} There are {errors.Count - MaxErrors:N0} more errors.");
        return new Payload(null, [.. errors.Take(MaxErrors - 1), last with { Message = omitted }]);
    }
}

/// <summary>The fields that all payloads have.</summary>
internal static class PayloadFields
{
    /// <summary>What kept the mutation from being done.</summary>
    public const string Errors = "errors";
}

/// <summary>The payload type of a mutation, in the form of HotChocolate's mutation conventions.</summary>
internal sealed class PayloadType<T> : ObjectGraphType<Payload>
    where T : class
{
    private static readonly bool IsRow = typeof(T).IsAssignableTo(typeof(IRow));

    public PayloadType(string mutation, IReadOnlyList<Type> errors)
    {
        Name = $"{mutation}Payload";
        Description = $"What `{GraphNames.Field(mutation)}` answers: its subject, or errors.";
        var subject = GraphNames.Of(typeof(T));
        var field = new FieldType
        {
            Name = GraphNames.Field(subject),
            Description = $"The {subject} as it is after the mutation; null if there are errors.",
            Type = typeof(EntityType<T>),
            Resolver = new FuncFieldResolver<Payload, object>(async context =>
                context.Source.SubjectId is { } id && IsRow ? await EntityReader.ByKeyAsync(context, typeof(T), id) : context.Source.Value),
        };
        AddField(IsRow ? field.WithRead(new RootRead(ReadForm.Subject, typeof(T))) : field);
        AddField(new FieldType
        {
            Name = PayloadFields.Errors,
            Description = "Why nothing was done; null if it was.",
            ResolvedType = new ListGraphType(new NonNullGraphType(new ErrorUnionType(mutation, errors))),
            Resolver = new FuncFieldResolver<Payload, object>(context => context.Source.Errors is { Count: > 0 } found ? found : null),
        });
    }
}

/// <summary>The errors that one mutation can answer with.</summary>
internal sealed class ErrorUnionType : UnionGraphType
{
    public ErrorUnionType(string mutation, IReadOnlyList<Type> errors)
    {
        Name = $"{mutation}Error";
        Description = $"What can keep `{GraphNames.Field(mutation)}` from being done. Members may be added: keep a default branch.";
        foreach (var error in errors)
        {
            Type(typeof(ErrorType<>).MakeGenericType(error));
        }
    }
}
