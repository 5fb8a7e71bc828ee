using System.Globalization;
using GraphQL;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>An operation costs more than it may, or more than is left.</summary>
internal sealed class CostError : ExecutionError
{
    /// <summary>The code for what is too much for now.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The code for what the server has no time for now.</summary>
    public const string ServerBusy = "SERVER_BUSY";

    private CostError(string code, string message)
        : base(message) => Code = code;

    /// <summary>When to try again; null where that is of no use.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The operation is too expensive, whenever it comes.</summary>
    public static CostError TooMuch(double cost, int limit) => new(
        "COST_EXCEEDED", string.Create(CultureInfo.InvariantCulture, $"The operation costs {cost:0} where {limit} is the most. Ask for fewer items, or for less of each."));

    /// <summary>Too many ask for what takes long.</summary>
    public static CostError Busy() => new(ServerBusy, "Too much that takes long is asked for just now. Try again a little later.");

    /// <summary>Too much was asked for lately.</summary>
    public static CostError TooFast(TimeSpan wait) => new(RateLimited, "Too much was asked for lately. Wait for as long as the header Retry-After says.")
    {
        RetryAfter = wait,
    };
}
