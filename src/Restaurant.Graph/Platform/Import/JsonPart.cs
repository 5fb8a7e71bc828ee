using System.Globalization;
using System.Text.Json;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Import;

/// <summary>
/// An object of a JSON file, read property by property. Whatever is wrong is noted with its path and reading goes on, so that one run
/// finds every fault; what is returned for a faulty property is good for nothing but going on.
/// </summary>
internal sealed class JsonPart(JsonElement element, string path, List<JsonFault> faults)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Where the object is.</summary>
    public string Path => path;

    /// <summary>Whether the object has a property that it need not have.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out _);

    /// <summary>Notes a fault of a property.</summary>
    public void Fault(string name, string what) => faults.Add(new JsonFault($"{path}.{name}", what));

    /// <summary>Notes a fault of the object itself.</summary>
    public void Fault(string what) => faults.Add(new JsonFault(path, what));

    /// <summary>A text of a length between bounds; empty where there is none.</summary>
    public string Text(string name, int min, int max)
    {
        if (Find(name, JsonValueKind.String, "a text") is not { } value || Unicode(value, $"{path}.{name}") is not { } text)
        {
            return "";
        }

        Check(name, text.Length >= min && text.Length <= max, $"has {text.Length} characters where {min} to {max} are allowed");
        Check(name, min == 0 || text.Length == 0 || !string.IsNullOrWhiteSpace(text), "is blank");
        return text;
    }

    /// <summary>A text of a length between bounds; empty where there is none.</summary>
    public string Text(string name, Bounds bounds) => Text(name, bounds.Min, bounds.Max);

    /// <summary>A whole number between bounds.</summary>
    public int Int(string name, Bounds bounds) => Int(name, bounds.Min, bounds.Max);

    /// <summary>Whether it is so; not where it is not said.</summary>
    public bool Flag(string name)
    {
        _read.Add(name);
        if (!element.TryGetProperty(name, out var value))
        {
            return false;
        }

        Check(name, value.ValueKind is JsonValueKind.True or JsonValueKind.False, "has to be true or false");
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>A whole number between bounds.</summary>
    public int Int(string name, int min, int max)
    {
        var number = 0;
        if (Find(name, JsonValueKind.Number, "a number") is { } value)
        {
            Check(name, value.TryGetInt32(out number) && number >= min && number <= max, $"is {value.GetRawText()} where a whole number from {min} to {max} is needed");
        }

        return number;
    }

    /// <summary>A decimal number between bounds, with so many decimals at the most, in units of the last of them.</summary>
    public long Decimal(string name, decimal min, decimal max, int decimals)
    {
        var number = 0m;
        if (Find(name, JsonValueKind.Number, "a number") is not { } value)
        {
            return 0;
        }

        var scale = (decimal)Math.Pow(10, decimals);
        var isRight = value.TryGetDecimal(out number) && number >= min && number <= max && number * scale == Math.Truncate(number * scale);
        Check(name, isRight, string.Create(CultureInfo.InvariantCulture, $"is {value.GetRawText()} where a number from {min} to {max} with at most {decimals} decimals is needed"));
        return isRight ? (long)(number * scale) : 0;
    }

    /// <summary>A time of day, <c>HH:mm</c>.</summary>
    public TimeOnly Time(string name)
    {
        if (Find(name, JsonValueKind.String, "a time such as 18:30") is not { } value || Unicode(value, $"{path}.{name}") is not { } text)
        {
            return default;
        }

        Check(name, TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time), $"is '{text}' where a time such as 18:30 is needed");
        return time;
    }

    /// <summary>A list of objects, each read by a function.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<JsonPart, T> read) => Items(name, JsonValueKind.Object, "an object", (item, at) =>
    {
        var part = new JsonPart(item, at, faults);
        var result = read(part);
        part.End();
        return result;
    });

    /// <summary>The objects that are the properties of an object, each read with its name by a function.</summary>
    public IReadOnlyList<T> Map<T>(string name, Func<string, JsonPart, T> read)
    {
        var items = new List<T>();
        foreach (var property in Find(name, JsonValueKind.Object, "an object")?.EnumerateObject() ?? [])
        {
            var part = new JsonPart(property.Value, $"{path}.{name}.{property.Name}", faults);
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                items.Add(read(property.Name, part));
                part.End();
            }
            else
            {
                part.Fault("has to be an object");
            }
        }

        return items;
    }

    /// <summary>A list of texts, each different from the others and known to a function.</summary>
    public IReadOnlyList<string> Texts(string name, Func<string, bool> isKnown, string expected)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Items(name, JsonValueKind.String, "a text", (item, at) =>
        {
            var text = Unicode(item, at);
            if (text is null)
            {
                return "";
            }

            if (!isKnown(text))
            {
                faults.Add(new JsonFault(at, $"is '{text}' where {expected} is needed"));
            }
            else if (!seen.Add(text))
            {
                faults.Add(new JsonFault(at, $"is '{text}', which stands in this list before"));
            }

            return text;
        });
    }

    /// <summary>A list of constants of an enum, by the names they have in the schema.</summary>
    public IReadOnlyList<TEnum> Constants<TEnum>(string name, string expected)
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues<TEnum>().ToDictionary(value => GraphNames.Constant(value.ToString()), StringComparer.Ordinal);
        return [.. Texts(name, values.ContainsKey, expected).Where(values.ContainsKey).Select(text => values[text])];
    }

    /// <summary>A constant of an enum, by the name it has in the schema.</summary>
    public TEnum Constant<TEnum>(string name, string expected)
        where TEnum : struct, Enum
    {
        var text = Text(name, 1, int.MaxValue);
        var known = Enum.GetValues<TEnum>().Where(value => string.Equals(GraphNames.Constant(value.ToString()), text, StringComparison.Ordinal)).ToList();
        Check(name, text.Length == 0 || known.Count > 0, $"is '{text}' where {expected} is needed");
        return known.FirstOrDefault();
    }

    /// <summary>Notes the properties that nobody has read.</summary>
    public void End()
    {
        foreach (var property in element.EnumerateObject().Where(property => !_read.Contains(property.Name)))
        {
            Fault(property.Name, "is not a property of this object");
        }
    }

    private List<T> Items<T>(string name, JsonValueKind kind, string expected, Func<JsonElement, string, T> read)
    {
        var items = new List<T>();
        foreach (var (index, item) in Find(name, JsonValueKind.Array, "a list")?.EnumerateArray().Index() ?? [])
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.{name}[{index}]");
            if (item.ValueKind == kind)
            {
                items.Add(read(item, at));
            }
            else
            {
                faults.Add(new JsonFault(at, $"has to be {expected}"));
            }
        }

        return items;
    }

    private JsonElement? Find(string name, JsonValueKind kind, string expected)
    {
        _read.Add(name);
        if (!element.TryGetProperty(name, out var value))
        {
            Fault(name, "is missing");
            return null;
        }

        Check(name, value.ValueKind == kind, $"has to be {expected}");
        return value.ValueKind == kind ? value : null;
    }

    private string? Unicode(JsonElement value, string at)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            faults.Add(new JsonFault(at, "is not Unicode text"));
            return null;
        }
    }

    private void Check(string name, bool isRight, string what)
    {
        if (!isRight)
        {
            Fault(name, what);
        }
    }
}
