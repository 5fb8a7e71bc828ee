namespace Restaurant.Bench.Contenders;

/// <summary>The names of the operations in bench/workloads.</summary>
internal static class Operations
{
    public const string Menu = "Menu";
    public const string Dish = "Dish";
    public const string Page = "Page";
    public const string Deep = "Deep";
    public const string Orders = "Orders";

    /// <summary>All of them.</summary>
    public static string[] All { get; } = [Menu, Dish, Page, Deep, Orders];
}
