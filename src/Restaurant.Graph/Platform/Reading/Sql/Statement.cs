using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>A query as SQL, made by EF Core from the model once and run many times.</summary>
internal sealed class Statement
{
    private readonly (string Name, Slot? Slot, object? Constant)[] _parameters;

    private readonly int _columns;

    private Statement(string text, int columns, (string Name, Slot? Slot, object? Constant)[] parameters) =>
        (Text, _columns, _parameters) = (text, columns, parameters);

    /// <summary>The SQL.</summary>
    public string Text { get; }

    /// <summary>Compiles a query whose slots are open, and which yields so many columns.</summary>
    public static Statement Of(IQueryable<object?[]> query, Slots slots, int columns)
    {
        using var command = query.CreateDbCommand();
        return new Statement(
            command.CommandText,
            columns,
            [.. command.Parameters.Cast<DbParameter>().Select(parameter =>
                (parameter.ParameterName, slots.Find(parameter.Value), slots.Find(parameter.Value) is null ? parameter.Value : null))]);
    }

    /// <summary>Makes sure that the columns are those that were asked for, and none was left out as being the same as another.</summary>
    public void Check(DbDataReader reader)
    {
        if (reader.FieldCount != _columns)
        {
            throw new NotPlannedException("The columns of a statement are not those of its plan.");
        }
    }

    /// <summary>Adds the parameters to a command of this text.</summary>
    public void Declare(DbCommand command)
    {
        foreach (var (name, _, _) in _parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Fills the parameters, the constant ones as well, since two statements may differ in those alone.</summary>
    public void Bind(DbCommand command, Bindings bindings)
    {
        for (var index = 0; index < _parameters.Length; index++)
        {
            var (_, slot, constant) = _parameters[index];
            command.Parameters[index].Value = (slot is null ? constant : slot.Read(bindings)) ?? DBNull.Value;
        }
    }
}
