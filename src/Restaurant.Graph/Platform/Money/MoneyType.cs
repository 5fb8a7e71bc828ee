using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Platform.Money;

/// <summary>Money as clients read it.</summary>
internal sealed class MoneyType : ObjectGraphType<Money>
{
    /// <summary>The field that shows the minor units with their decimals; filters and sorting know it too.</summary>
    public const string Amount = "amount";

    /// <summary>The field that shows the amount as it is stored.</summary>
    public const string MinorUnits = "minorUnits";

    public MoneyType(Currency currency)
    {
        Name = "Money";
        Description = "An amount of money.";
        Field<NonNullGraphType<DecimalType>>(Amount)
            .Description("The amount in the currency's own unit, with all its decimals: 12.50.")
            .Resolve(context => currency.AmountOf(context.Source))
            .FieldType.WithGetter(money => currency.AmountOf((Money)money));
        Field<NonNullGraphType<CurrencyCodeType>>("currency")
            .Description("The currency, the same everywhere on this server.")
            .Resolve(_ => currency.Code)
            .FieldType.WithGetter(_ => currency.Code);
        Field<NonNullGraphType<LongType>>(MinorUnits)
            .Description("The amount in minor units, a whole number to calculate with: 1250.")
            .Resolve(context => context.Source.MinorUnits)
            .FieldType.WithGetter(money => ((Money)money).MinorUnits);
    }
}
