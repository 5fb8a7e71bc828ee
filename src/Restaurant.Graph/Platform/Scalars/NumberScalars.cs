using GraphQL.Types;

namespace Restaurant.Graph.Platform.Scalars;

/// <summary>An exact decimal number.</summary>
internal sealed class DecimalType : DecimalGraphType
{
    public DecimalType()
    {
        Description = "An exact decimal number: 12.50.";
        SpecifiedBy.Apply(this, "https://scalars.graphql.org/chillicream/decimal.html");
    }
}

/// <summary>A whole number of 64 bits.</summary>
internal sealed class LongType : LongGraphType
{
    public LongType()
    {
        Description = "A whole number of 64 bits, with its sign.";
        SpecifiedBy.Apply(this, "https://scalars.graphql.org/chillicream/long.html");
    }
}

/// <summary>A currency by its code.</summary>
internal sealed class CurrencyCodeType : StringGraphType
{
    public CurrencyCodeType()
    {
        Name = "CurrencyCode";
        Description = "A currency by its code of three letters: USD.";
        SpecifiedBy.Apply(this, "https://www.iso.org/iso-4217-currency-codes.html");
    }
}
