using System.Text;

namespace Restaurant.Bench.Runner.Load;

/// <summary>Requests in rotation, each with an idempotency key of its own: a new UUID over the one that is there.</summary>
internal sealed class NewOrders : IRequests
{
    private const int KeyLength = 36;

    /// <summary>Numbers and ids get longer as there are more orders; an answer with errors is much shorter.</summary>
    private const int Growth = 24;

    private readonly (byte[] Bytes, int Key)[] _requests;
    private readonly long _shortest;
    private readonly long _longest;
    private int _next;

    public NewOrders(IEnumerable<byte[]> requests, IReadOnlyList<byte[]> answers)
    {
        _requests = [.. requests.Select(static request => (request, PlaceOfKey(request)))];
        _shortest = answers.Min(static answer => answer.Length);
        _longest = answers.Max(static answer => answer.Length) + Growth;
    }

    /// <summary>A request with a new key in it.</summary>
    public static byte[] Renew(byte[] request)
    {
        Write(request, PlaceOfKey(request));
        return request;
    }

    /// <inheritdoc />
    public Outgoing Next()
    {
        var (bytes, key) = _requests[_next];
        _next = _next + 1 == _requests.Length ? 0 : _next + 1;
        Write(bytes, key);
        return new Outgoing(bytes, _shortest, _longest);
    }

    private static void Write(byte[] request, int key) => Guid.NewGuid().TryFormat(request.AsSpan(key, KeyLength), out _);

    private static int PlaceOfKey(byte[] request)
    {
        ReadOnlySpan<byte> name = "\"idempotencyKey\":\""u8;
        var place = request.AsSpan().IndexOf(name);
        return place >= 0 ? place + name.Length : throw new InvalidDataException($"There is no key in {Encoding.UTF8.GetString(request)}");
    }
}
