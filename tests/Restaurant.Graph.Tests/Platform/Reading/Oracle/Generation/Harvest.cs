using System.Text.Json;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>The field of an object that a value is about, so that there are values which hit something.</summary>
internal sealed record Subject(string Type, string Field);

/// <summary>What there is to be asked for: the values of each field of each type, and how long its lists are.</summary>
internal sealed class Harvest
{
    private readonly Dictionary<Subject, HashSet<string>> _values = [];
    private readonly Dictionary<Subject, (int Lists, int Items)> _lengths = [];

    /// <summary>The types whose objects have ids.</summary>
    public IReadOnlyList<string> NodeTypes => [.. _values.Keys.Where(subject => subject.Field == "id").Select(subject => subject.Type)];

    /// <summary>The values of a field, as JSON.</summary>
    public IReadOnlyList<string> Values(Subject subject) => [.. _values.GetValueOrDefault(subject) ?? []];

    /// <summary>The texts of a field.</summary>
    public IReadOnlyList<string> Texts(Subject subject) =>
        [.. Values(subject).Where(json => json[0] == '"').Select(json => JsonSerializer.Deserialize<string>(json)!)];

    /// <summary>How many items a list has on average; 1 for what is none.</summary>
    public double LengthOf(Subject subject) =>
        _lengths.TryGetValue(subject, out var length) ? Math.Max(1.0, (double)length.Items / length.Lists) : 1;

    /// <summary>Takes in an answer whose objects all tell their type and whose fields have no aliases.</summary>
    public void Take(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in part.EnumerateArray())
            {
                Take(item);
            }
        }
        else if (part.ValueKind == JsonValueKind.Object)
        {
            var type = part.GetProperty("__typename").GetString()!;
            foreach (var field in part.EnumerateObject().Where(field => field.Name != "__typename"))
            {
                Take(new Subject(type, field.Name), field.Value);
            }
        }
    }

    private void Take(Subject subject, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var (lists, items) = _lengths.GetValueOrDefault(subject);
            _lengths[subject] = (lists + 1, items + value.GetArrayLength());
        }

        if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
        {
            Take(value);
        }
        else if (value.ValueKind != JsonValueKind.Null)
        {
            _ = (_values.TryGetValue(subject, out var known) ? known : _values[subject] = []).Add(value.GetRawText());
        }
    }
}
