using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Restaurant.Bench.Contenders.AdoNet.Orders;

/// <summary>What is ordered.</summary>
internal sealed class OrderRequest
{
    private OrderRequest()
    {
    }

    /// <summary>The idempotency key, as it is stored.</summary>
    public string Key { get; private set; } = "";

    /// <summary>A hash of all of the input.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>How the guest gets it.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The keys of the dishes, and how many of each.</summary>
    public List<(long Dish, int Quantity)> Lines { get; } = [];

    /// <summary>Reads the body of a POST.</summary>
    public static OrderRequest Read(in ReadOnlySequence<byte> body)
    {
        var request = new OrderRequest();
        var json = new Utf8JsonReader(body);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 2 && json.ValueTextEquals("input"u8))
            {
                json.Read();
                var start = json.TokenStartIndex;
                request.ReadInput(ref json);
                var input = body.Slice(start, json.BytesConsumed - start);
                request.Fingerprint = Convert.ToHexString(SHA256.HashData(input.IsSingleSegment ? input.FirstSpan : input.ToArray()));
            }
        }

        return request;
    }

    private void ReadInput(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("idempotencyKey"u8))
            {
                json.Read();
                Key = json.GetGuid().ToString("D").ToUpperInvariant();
            }
            else if (json.ValueTextEquals("type"u8))
            {
                json.Read();
                Type = json.GetString() ?? "";
            }
            else if (json.ValueTextEquals("lines"u8))
            {
                json.Read();
                ReadLines(ref json);
            }
            else
            {
                throw new NotSupportedException($"'{json.GetString()}' is not known here.");
            }
        }
    }

    private void ReadLines(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var line = (Dish: -1L, Quantity: 0);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("dishId"u8))
                {
                    json.Read();
                    line.Dish = GlobalId.KeyOfDish(json.GetString());
                }
                else if (json.ValueTextEquals("quantity"u8))
                {
                    json.Read();
                    line.Quantity = json.GetInt32();
                }
                else
                {
                    throw new NotSupportedException($"'{json.GetString()}' is not known here.");
                }
            }

            Lines.Add(line);
        }
    }
}
