using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Platform.Import;

/// <summary>How the records of a file become JSON, in the form that <see cref="JsonPart"/> reads.</summary>
internal static class FileJson
{
    /// <summary>The options for a currency.</summary>
    public static JsonSerializerOptions Of(Currency currency) => new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper), new TimeConverter(), new MoneyConverter(currency) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // What has to be there when a record is made need not be written.
            property.IsRequired = false;
            if (property.AttributeProvider?.IsDefined(typeof(MayBeLeftOutAttribute), inherit: false) ?? false)
            {
                property.ShouldSerialize = static (_, list) => list is IEnumerable items && items.Cast<object?>().Any();
            }
        }
    }

    private sealed class TimeConverter : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private sealed class MoneyConverter(Currency currency) : JsonConverter<Money.Money>
    {
        public override Money.Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Money.Money value, JsonSerializerOptions options) => writer.WriteNumberValue(currency.AmountOf(value));
    }
}

/// <summary>Writes basis points as percent, with two decimals.</summary>
internal sealed class PercentConverter : JsonConverter<int>
{
    /// <inheritdoc />
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value * 0.01m);
}
