using System.Buffers;
using System.Text.Json;

namespace Restaurant.Bench.Contenders;

/// <summary>What a request says besides its document: the operation and the values of the variables that the workloads have.</summary>
internal ref struct Request
{
    /// <summary>The name of the operation.</summary>
    public string? Operation { get; private set; }

    /// <summary>The variable <c>id</c>.</summary>
    public string? Id { get; private set; }

    /// <summary>The variable <c>max</c>.</summary>
    public decimal Max { get; private set; }

    /// <summary>The variable <c>text</c>.</summary>
    public string? Text { get; private set; }

    /// <summary>The variable <c>cursor</c>.</summary>
    public string? Cursor { get; private set; }

    /// <summary>Reads the body of a POST.</summary>
    public static Request Read(in ReadOnlySequence<byte> body)
    {
        var request = default(Request);
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("operationName"u8))
            {
                json.Read();
                request.Operation = Known(ref json);
            }
            else if (json.ValueTextEquals("variables"u8))
            {
                json.Read();
                request.ReadVariables(ref json);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return request;
    }

    private void ReadVariables(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                Id = json.GetString();
            }
            else if (json.ValueTextEquals("max"u8))
            {
                json.Read();
                Max = json.GetDecimal();
            }
            else if (json.ValueTextEquals("text"u8))
            {
                json.Read();
                Text = json.GetString();
            }
            else if (json.ValueTextEquals("cursor"u8))
            {
                json.Read();
                Cursor = json.GetString();
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }
    }

    // Names of operations are known beforehand, so none of them needs a string of its own.
    private static string? Known(ref Utf8JsonReader json)
    {
        foreach (var name in Operations.All)
        {
            if (json.ValueTextEquals(name))
            {
                return name;
            }
        }

        return null;
    }
}
