using System.Collections;
using System.Globalization;
using System.Text;
using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Reading.Json;

/// <summary>Writes a value of C# as JSON: what is computed, and what is no row, such as an error of a payload.</summary>
internal abstract class ValueWriter
{
    /// <summary>Writes it.</summary>
    public abstract void Write(Utf8Buffer json, object? value);

    /// <summary>The writer for values of a type, with what is selected of them.</summary>
    public static ValueWriter Of(IGraphType type, Selection selection) => type switch
    {
        NonNullGraphType nonNull => new NonNullWriter(Of(nonNull.ResolvedType!, selection)),
        ListGraphType list => new ListWriter(Of(list.ResolvedType!, selection)),
        ScalarGraphType scalar => new ScalarWriter(scalar),
        IObjectGraphType composite => new ObjectWriter(composite, selection),
        IAbstractGraphType abstraction => new AbstractWriter(abstraction, selection),
        _ => throw new NotPlannedException($"There is no writer for {type.Name}."),
    };

    private sealed class NonNullWriter(ValueWriter inner) : ValueWriter
    {
        public override void Write(Utf8Buffer json, object? value) =>
            inner.Write(json, value ?? throw new NotPlannedException("A value that cannot be null is null."));
    }

    private sealed class ListWriter(ValueWriter item) : ValueWriter
    {
        public override void Write(Utf8Buffer json, object? value)
        {
            if (value is null)
            {
                json.Write("null"u8);
                return;
            }

            var separator = (byte)'[';
            foreach (var each in (IEnumerable)value)
            {
                json.Write(separator);
                item.Write(json, each);
                separator = (byte)',';
            }

            json.Write(separator == '[' ? "[]"u8 : "]"u8);
        }
    }

    private sealed class ScalarWriter(ScalarGraphType scalar) : ValueWriter
    {
        public override void Write(Utf8Buffer json, object? value)
        {
            switch (scalar.Serialize(value))
            {
                case null:
                    json.Write("null"u8);
                    break;
                case bool flag:
                    json.Write(flag ? "true"u8 : "false"u8);
                    break;
                case string text:
                    json.WriteString(Encoding.UTF8.GetBytes(text));
                    break;
                case IFormattable number:
                    json.Write(Encoding.UTF8.GetBytes(number.ToString(null, CultureInfo.InvariantCulture)));
                    break;
                case var other:
                    throw new NotPlannedException($"There is no way to write a {other.GetType().Name}.");
            }
        }
    }

    private sealed class ObjectWriter(IObjectGraphType type, Selection selection) : ValueWriter
    {
        private readonly (byte[] Name, Func<object, object?> Get, ValueWriter Value)[] _fields =
        [
            .. selection.On(type).Select((selected, index) => (
                JsonNames.Of(selected.Key, isFirst: index == 0),
                JsonNames.IsTypeName(selected.Field) ? _ => type.Name
                    : selected.Field.Getter() ?? throw new NotPlannedException($"{type.Name}.{selected.Field.Name} has a resolver of its own."),
                Of(selected.Field.ResolvedType!, selected.Below))),
        ];

        public override void Write(Utf8Buffer json, object? value)
        {
            if (value is null)
            {
                json.Write("null"u8);
                return;
            }

            foreach (var (name, get, writer) in _fields)
            {
                json.Write(name);
                writer.Write(json, get(value));
            }

            json.Write(JsonNames.End(_fields.Length == 0));
        }
    }

    private sealed class AbstractWriter(IAbstractGraphType type, Selection selection) : ValueWriter
    {
        private readonly Dictionary<string, ValueWriter> _writers = type.PossibleTypes.ToDictionary(
            possible => possible.Name, possible => (ValueWriter)new ObjectWriter(possible, selection), StringComparer.Ordinal);

        public override void Write(Utf8Buffer json, object? value)
        {
            if (value is null)
            {
                json.Write("null"u8);
                return;
            }

            var concrete = type.PossibleTypes.FirstOrDefault(possible => possible.IsTypeOf?.Invoke(value) ?? false)
                ?? throw new NotPlannedException($"A {value.GetType().Name} is no {type.Name}.");
            _writers[concrete.Name].Write(json, value);
        }
    }
}
