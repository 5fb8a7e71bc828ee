namespace Restaurant.Graph.Platform.Limits;

/// <summary>What an input type of filters or orders makes the database do.</summary>
internal enum CountedInputKind
{
    /// <summary>Conditions on the fields of an object that is a part of its row, such as an amount of money, or on the row itself.</summary>
    Object,

    /// <summary>Conditions on the fields of a row that another refers to.</summary>
    Reference,

    /// <summary>Conditions on the items of a list, each of which is looked at.</summary>
    List,

    /// <summary>Comparisons with a value.</summary>
    Operations,

    /// <summary>Sort keys of an object.</summary>
    Sort,

    /// <summary>Sort keys of a row that another refers to.</summary>
    SortReference,
}

/// <summary>An input type whose fields have limits and a price of their own.</summary>
internal interface ICountedInput
{
    /// <summary>What it makes the database do.</summary>
    CountedInputKind Kind { get; }
}
