using System.Text;
using GraphQL.Types;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>The parts of an object: the names of what is selected, and between them what is written of each.</summary>
internal static class ObjectParts
{
    /// <summary>Makes them.</summary>
    /// <param name="type">The type of the object.</param>
    /// <param name="selection">What is selected of it.</param>
    /// <param name="field">Makes the part of a field.</param>
    public static Part[] Of(IObjectGraphType type, Selection selection, Func<SelectedField, Part> field)
    {
        var parts = new List<Part>();
        foreach (var selected in selection.On(type))
        {
            parts.Add(new Literal(JsonNames.Of(selected.Key, isFirst: parts.Count == 0)));
            parts.Add(JsonNames.IsTypeName(selected.Field) ? new Literal(JsonNames.TypeName(type)) : field(selected));
        }

        parts.Add(new Literal(JsonNames.End(parts.Count == 0)));
        return Literal.Joined(parts);
    }

    /// <summary>Those of money, which all show one column.</summary>
    public static Part[] OfMoney(SelectedField selected, int minorUnits, Money.Currency currency) =>
        Of(selected.ObjectType, selected.Below, field => field.Field.Name switch
        {
            Money.MoneyType.Amount => new ColumnPart(minorUnits, Format.Amount(currency.Decimals)),
            Money.MoneyType.MinorUnits => new ColumnPart(minorUnits, Format.Integer),
            _ => new Literal(Encoding.UTF8.GetBytes($"\"{currency.Code}\"")),
        });
}
