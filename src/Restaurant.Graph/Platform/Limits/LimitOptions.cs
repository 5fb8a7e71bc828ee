using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>What one operation may ask for, from the section <c>Limits</c> of the configuration.</summary>
public sealed class LimitOptions
{
    /// <summary>How many lexical tokens a document may have; they are counted before it is parsed.</summary>
    [Range(100, 1_000_000)]
    public int MaxTokens { get; init; } = 5_000;

    /// <summary>How many fields a document may select, each place counted once.</summary>
    [Range(10, 100_000)]
    public int MaxFields { get; init; } = 1_000;

    /// <summary>How many fields there may be with all fragments in their places.</summary>
    [Range(10, 1_000_000)]
    public int MaxExpandedFields { get; init; } = 5_000;

    /// <summary>How often one response key may be asked for in one selection, which is what it takes to compare them all with each other.</summary>
    [Range(2, 10_000)]
    public int MaxSameKeys { get; init; } = 50;

    /// <summary>How many fragments a document may define.</summary>
    [Range(1, 10_000)]
    public int MaxFragments { get; init; } = 100;

    /// <summary>
    /// How many fragments the selections of a document may be made of, those within fragments counted for each: they are all compared with each other.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxMergedFragments { get; init; } = 400;

    /// <summary>How many times fragments may be spread, inline ones included.</summary>
    [Range(1, 100_000)]
    public int MaxSpreads { get; init; } = 300;

    /// <summary>How deep fields may be nested.</summary>
    [Range(3, 100)]
    public int MaxDepth { get; init; } = 20;

    /// <summary>How deep lists and objects may be nested in values, be they written in the document or in its variables.</summary>
    [Range(3, 60)]
    public int MaxValueDepth { get; init; } = 20;

    /// <summary>How many items a list in a value may have.</summary>
    [Range(10, 100_000)]
    public int MaxListItems { get; init; } = 250;

    /// <summary>Maximum number of values, those in lists and objects included, in a document and in the variables of a request.</summary>
    [Range(100, 1_000_000)]
    public int MaxValues { get; init; } = 10_000;

    /// <summary>Maximum number of comparisons in the filters of an operation, a variable counted wherever it is used.</summary>
    [Range(1, 2_000)]
    public int MaxFilterConditions { get; init; } = 200;

    /// <summary>Maximum number of references and lists that the filters and orders of an operation follow.</summary>
    [Range(1, 30)]
    public int MaxFilterNavigations { get; init; } = 20;

    /// <summary>Maximum number of references and lists on the way to one value in a filter or an order.</summary>
    [Range(1, 20)]
    public int MaxNavigationDepth { get; init; } = 5;

    /// <summary>Maximum number of sort keys in the orders of an operation.</summary>
    [Range(1, 100)]
    public int MaxSortKeys { get; init; } = 20;

    /// <summary>Maximum number of lists and connections that an operation selects, each of which is a statement to compile.</summary>
    [Range(5, 10_000)]
    public int MaxLists { get; init; } = 60;

    /// <summary>
    /// Maximum number of references that an operation follows from the rows of one list, each of which is a table to join. A database joins 64.
    /// </summary>
    [Range(5, 30)]
    public int MaxReferences { get; init; } = 30;

    /// <summary>How many aliases a document may have.</summary>
    [Range(0, 10_000)]
    public int MaxAliases { get; init; } = 100;

    /// <summary>How many directives a document may have.</summary>
    [Range(0, 10_000)]
    public int MaxDirectives { get; init; } = 100;

    /// <summary>How many mutations an operation may have.</summary>
    [Range(1, 1_000)]
    public int MaxMutations { get; init; } = 10;

    /// <summary>How deep the lists of introspection, such as the fields of the types of fields, may be nested.</summary>
    [Range(2, 20)]
    public int MaxIntrospectionDepth { get; init; } = 4;

    /// <summary>Whether the schema can be asked for; by default outside production.</summary>
    public bool? Introspection { get; set; }

    /// <summary>What an operation may cost, by the model that the schema shows as <c>@cost</c> and <c>@listSize</c>.</summary>
    [Range(100, 100_000_000)]
    public int MaxCost { get; init; } = 20_000;

    /// <summary>What those who say who they are may ask for in a minute, each by themselves; 0: as much as they like.</summary>
    [Range(0, int.MaxValue)]
    public int CostPerMinute { get; init; } = 200_000;

    /// <summary>What an address may ask for in a minute on behalf of those who do not say who they are; 0: as much as they like.</summary>
    [Range(0, int.MaxValue)]
    public int AnonymousCostPerMinute { get; init; } = 500_000;

    /// <summary>
    /// Cost per minute of an address (IPv4, or the /64 of IPv6) for anonymous clients and for those who registered themselves, such as by checking
    /// in, together. Raise it where many of them share one address. 0: no limit.
    /// </summary>
    [Range(0, int.MaxValue)]
    public int AddressCostPerMinute { get; init; } = 500_000;

    /// <summary>How many errors of validation an answer has at the most.</summary>
    [Range(1, 100)]
    public int MaxValidationErrors { get; init; } = 5;
}
