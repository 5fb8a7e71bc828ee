using GraphQL;
using GraphQL.Resolvers;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>Computes a batch field for one row, where no plan reads it.</summary>
internal sealed class BatchResolver(FieldExtension extension) : IFieldResolver
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var id = ((IRow)context.Source!).Id;
        return (await extension.BatchAsync(context, [id])).GetValueOrDefault(id);
    }
}
