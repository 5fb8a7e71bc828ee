using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Tests.Support;

/// <summary>Global ids of rows whose keys a test knows, since a new database numbers them alike each time.</summary>
internal static class Ids
{
    /// <summary>The id of the dish that comes so far down the seed menu.</summary>
    public static string Dish(long key) => Of("Dish", key);

    /// <summary>The id of the modifier that comes so far down the seed menu.</summary>
    public static string Modifier(long key) => Of("Modifier", key);

    /// <summary>The id of anything.</summary>
    public static string Of(string type, long key) => new GlobalId(type, key).ToString();
}
