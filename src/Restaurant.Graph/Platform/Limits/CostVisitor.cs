using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Paging;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Shows in the schema what the model of costs says.</summary>
internal sealed class CostVisitor(IOptions<PagingOptions> paging) : BaseSchemaNodeVisitor
{
    /// <inheritdoc />
    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema)
    {
        if (type.Name.StartsWith("__", StringComparison.Ordinal) || CostModel.IsConnection(type) && field.Name != ConnectionFields.TotalCount)
        {
            return;
        }

        var isObject = field.ResolvedType!.GetNamedType() is not ScalarGraphType;
        if (CostModel.WeightOf(type, field, schema) is var weight && weight != (isObject ? 1 : 0))
        {
            CostDirective.Apply(field, weight);
        }

        if (CostModel.IsConnection((IGraphType)field.ResolvedType!.GetNamedType()))
        {
            ListSizeDirective.ApplyToConnection(field, paging.Value.DefaultPageSize);
        }
        else if (CostModel.SizeOf(field) is { } size)
        {
            ListSizeDirective.ApplyToList(field, size);
        }
    }
}
