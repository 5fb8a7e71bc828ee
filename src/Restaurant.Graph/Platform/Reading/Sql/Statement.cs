using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>A query as SQL, made by EF Core from the model once and run many times.</summary>
internal sealed class Statement
{
    private readonly (DbParameter Prototype, Slot? Slot)[] _parameters;
    private readonly Slot[] _unused;

    private Statement(string text, int columns, (DbParameter Prototype, Slot? Slot)[] parameters, Slots slots) =>
        (Text, Columns, _parameters, _unused) = (text, columns, parameters, [.. slots.Except(parameters.Select(static parameter => parameter.Slot))]);

    /// <summary>The SQL.</summary>
    public string Text { get; }

    /// <summary>Compiles a query whose slots are open, and which yields so many columns.</summary>
    public static Statement Of(IQueryable<object?[]> query, Slots slots, int columns)
    {
        ExpressionDepth.Check(query.Expression);
        using var command = query.CreateDbCommand();
        return new Statement(
            command.CommandText,
            columns,
            [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter, slots.Find(parameter.Value)))],
            slots);
    }

    /// <summary>Its parameters, as EF Core has made them.</summary>
    public IEnumerable<DbParameter> Prototypes => _parameters.Select(static parameter => parameter.Prototype);

    /// <summary>
    /// How many columns it yields. A prepared statement that yields another number has one left out as being the same as another, and is not
    /// what the plan takes it for.
    /// </summary>
    public int Columns { get; }

    /// <summary>Looks at what a request gives and the SQL does without, such as a condition beside one that always holds: it has to be right all the same.</summary>
    public void Check(Bindings bindings)
    {
        foreach (var slot in _unused)
        {
            slot.Raw(bindings);
        }
    }

    /// <summary>The value of a parameter in a request, as C# has it. Two statements may differ in nothing but constant ones.</summary>
    public object? Raw(int parameter, Bindings bindings)
    {
        var (prototype, slot) = _parameters[parameter];
        return slot is null ? prototype.Value : slot.Raw(bindings);
    }
}
