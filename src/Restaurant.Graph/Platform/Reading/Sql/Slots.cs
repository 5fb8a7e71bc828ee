using System.Globalization;
using System.Linq.Expressions;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>
/// The values in a query that differ from request to request. A query is either run at once by EF Core, and then holds the values
/// themselves, or it is compiled, and then holds a stand-in for each, by which its parameter is known in the SQL that EF Core makes.
/// </summary>
internal sealed class Slots
{
    private const long ViewerStandIn = 7_600_000_000_000_000L;

    private static readonly Slot Viewer = new(ViewerStandIn, ViewerStandIn, static bindings => bindings.ViewerKey);

    private readonly Bindings? _bindings;
    private readonly List<Slot> _slots = [];

    private Slots(Bindings? bindings) => _bindings = bindings;

    /// <summary>The key of whoever asks, which any compiled query may contain.</summary>
    public static Expression ViewerKey { get; } = Parameter.Of(ViewerStandIn, typeof(long));

    /// <summary>For a query that is run at once.</summary>
    public static Slots Bound(Bindings bindings) => new(bindings);

    /// <summary>For a query that is compiled.</summary>
    public static Slots Open() => new(null);

    /// <summary>A value of a simple type, or an array of such, as a captured member, which is what EF Core makes parameters of.</summary>
    public Expression Add(Type type, Func<Bindings, object?> read) => Parameter.Of(Value(type, read), type);

    /// <summary>The same to be captured by an expression of C#.</summary>
    public T Add<T>(Func<Bindings, object?> read) => (T)Value(typeof(T), read)!;

    /// <summary>The same to be handed to a method.</summary>
    public object? Value(Type type, Func<Bindings, object?> read) => _bindings is null ? StandIn(type, read) : read(_bindings);

    /// <summary>The slot for which a parameter's value stands; null if it is a constant.</summary>
    public Slot? Find(object? value) => Viewer.IsStandIn(value) ? Viewer : _slots.Find(slot => slot.IsStandIn(value));

    /// <summary>Those that are not among others.</summary>
    public IEnumerable<Slot> Except(IEnumerable<Slot?> others) => _slots.Except(others.OfType<Slot>());

    /// <summary>Whether a stand-in for values of a type can be told from all others.</summary>
    public static bool HasStandIn(Type type) => Make(type, 0) is not null;

    private object StandIn(Type type, Func<Bindings, object?> read)
    {
        var (element, index) = (type.IsArray ? type.GetElementType()! : type, _slots.Count);
        var value = Make(Nullable.GetUnderlyingType(element) ?? element, index)
            ?? throw new NotSupportedException($"There is no stand-in for a {element.Name}.");
        if (!type.IsArray)
        {
            _slots.Add(new Slot(value, StoredValue.Of(value), read));
            return value;
        }

        var array = Array.CreateInstance(element, 1);
        array.SetValue(value, 0);
        _slots.Add(new Slot(array, StoredValue.Of(array), read));
        return array;
    }

    private static object? Make(Type type, int index) => type switch
    {
        _ when type == typeof(long) => 7_700_000_000_000_000L + index,
        _ when type == typeof(int) => 1_970_000_000 + index,
        _ when type == typeof(double) => 7.7e14 + index,
        _ when type == typeof(decimal) => 7_700_000_000_000_000m + index,
        _ when type == typeof(string) => string.Create(CultureInfo.InvariantCulture, $"\u0001slot {index}\u0001"),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(index),
        _ when type == typeof(TimeOnly) => new TimeOnly(23, 59, 59).Add(TimeSpan.FromTicks(7_000_000 + index)),
        _ when type == typeof(DateOnly) => new DateOnly(9000, 1, 1).AddDays(index),
        _ when type == typeof(Guid) => new Guid(index, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7),
        _ => null,
    };
}

/// <summary>One such value.</summary>
/// <param name="value">What stands for it.</param>
/// <param name="stored">What stands for it, as the store would hold it.</param>
/// <param name="read">Finds it in a request.</param>
internal sealed class Slot(object value, object? stored, Func<Bindings, object?> read)
{
    /// <summary>Whether a parameter's value is the stand-in.</summary>
    public bool IsStandIn(object? parameter) => Equals(parameter, value) || Equals(StoredValue.Of(parameter), stored);

    /// <summary>The value of a request.</summary>
    public object? Raw(Bindings bindings) => read(bindings);
}
