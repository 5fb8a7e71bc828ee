using GraphQL.Types;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>An enum in upper snake case whose description tells clients how to outlive a new value.</summary>
internal sealed class EnumType<TEnum> : EnumerationGraphType<TEnum>
    where TEnum : struct, Enum
{
    public EnumType()
    {
        Description = $"{Description ?? XmlDescriptionsAttribute.Of(typeof(TEnum)) ?? $"A {typeof(TEnum).Name}."} Values may be added: keep a default branch.";
        foreach (var value in Values)
        {
            value.Description ??= XmlDescriptionsAttribute.Of(typeof(TEnum).GetField($"{value.Value}")!) ?? $"{value.Value}.";
        }
    }

    /// <inheritdoc />
    protected override string ChangeEnumCase(string val) => GraphNames.Constant(val);
}
