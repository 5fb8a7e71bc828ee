using System.Security.Cryptography;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Dining;

/// <summary>What the QR code on a table holds. Whoever has it sits there, so only the staff sees it.</summary>
public sealed class TableCode : INode
{
    private const int Bytes = 16;

    private string _code = "";

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The table.</summary>
    public DiningTable Table { get => field ?? throw new NotLoadedException(nameof(Table)); private init; }

    /// <summary>The key of <see cref="Table"/>.</summary>
    public long TableId { get; private set; }

    /// <summary>The code, to be given to `startVisit`.</summary>
    public required string Code
    {
        get => _code;
        init => _code = value;
    }

    /// <summary>A code that nobody can guess.</summary>
    internal static TableCode New() => new() { Code = NewCode() };

    /// <summary>Replaces the code: the one before is on no table any more. Guests who are let in already stay.</summary>
    internal TableCode Renew()
    {
        _code = NewCode();
        return this;
    }

    private static string NewCode() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
