using System.Text.RegularExpressions;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>Makes one line of each description, which the XML documentation of the code breaks where the code's margin is.</summary>
internal sealed partial class DescriptionVisitor : BaseSchemaNodeVisitor
{
    /// <inheritdoc />
    public override void VisitObject(IObjectGraphType type, ISchema schema) => type.Description = Line(type.Description);

    /// <inheritdoc />
    public override void VisitInputObject(IInputObjectGraphType type, ISchema schema) => type.Description = Line(type.Description);

    /// <inheritdoc />
    public override void VisitEnum(EnumerationGraphType type, ISchema schema) => type.Description = Line(type.Description);

    /// <inheritdoc />
    public override void VisitEnumValue(EnumValueDefinition value, EnumerationGraphType type, ISchema schema) => value.Description = Line(value.Description);

    /// <inheritdoc />
    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema) => field.Description = Line(field.Description);

    /// <inheritdoc />
    public override void VisitInputObjectFieldDefinition(FieldType field, IInputObjectGraphType type, ISchema schema) => field.Description = Line(field.Description);

    private static string? Line(string? text) => text is null ? null : WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
