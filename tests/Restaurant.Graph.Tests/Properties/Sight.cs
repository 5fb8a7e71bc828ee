using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>The restaurant as somebody sees it who is about to do something, and the dice that they throw.</summary>
/// <param name="Now">What they read.</param>
/// <param name="Dishes">What is on the menu.</param>
/// <param name="Codes">The codes of reservations that they have been given.</param>
/// <param name="Time">The time.</param>
/// <param name="Random">The dice.</param>
internal sealed record Sight(JsonNode Now, IReadOnlyList<DishView> Dishes, IReadOnlyList<string> Codes, DateTimeOffset Time, Random Random)
{
    /// <summary>What they read.</summary>
    public const string Query = """
        {
          orders(last: 12) { nodes { id version status type balance { amount } lines { id status course } } }
          deliveries: orders(last: 4, where: { status: { eq: READY }, type: { eq: DELIVERY } }) { nodes { id version } }
          tickets(last: 16) { nodes { id version status } }
          payments(last: 8) { nodes { id status } }
          ingredients(first: 50) { nodes { id version onHand } }
          visits(last: 8) { nodes { id version status } }
          reservations(last: 8) { nodes { id version status } }
          dishes(last: 6) { nodes { id version } }
          tables { id version status }
          tableCodes { code }
          menus { id categories { id } }
          stations { id }
          priceRules { id }
          taxGroups { id }
        }
        """;

    /// <summary>A key for something new.</summary>
    public Guid Key()
    {
        var bytes = new byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>One of several.</summary>
    public T One<T>(params IReadOnlyList<T> of) => of[Random.Next(of.Count)];

    /// <summary>Whether something happens that does so many times of a hundred.</summary>
    public bool Likely(int percent) => Random.Next(100) < percent;

    /// <summary>An amount of money, up to so much.</summary>
    public decimal Amount(int upTo) => Random.Next(1, (upTo * 100) + 1) / 100m;

    /// <summary>One of what there is of a kind, rather one that stands somewhere; null if there is none.</summary>
    public JsonNode? Any(string kind, params string[] statuses)
    {
        JsonNode?[] all = [.. (Now[kind] as JsonArray ?? Now[kind]!["nodes"]!.AsArray())];
        JsonNode?[] rather = [.. all.Where(item => statuses.Contains(item!["status"]?.GetValue<string>(), StringComparer.Ordinal))];
        return rather.Length > 0 && Likely(85) ? One(rather) : all.Length > 0 ? One(all) : null;
    }

    /// <summary>Allergens, mostly none.</summary>
    public string[] Allergens() => Likely(70) ? [] : [One("MILK", "EGGS", "FISH", "MUSTARD", "SULPHITES")];

    /// <summary>A quarter of an hour within the next hours.</summary>
    public DateTimeOffset Quarter()
    {
        var quarter = TimeSpan.FromMinutes(15).Ticks;
        return new DateTimeOffset(((Time.Ticks / quarter) + Random.Next(1, 9)) * quarter, TimeSpan.Zero);
    }
}
