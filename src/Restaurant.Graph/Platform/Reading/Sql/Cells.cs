using System.Text.Encodings.Web;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>What is shown the rows of a statement.</summary>
internal interface IRowReader
{
    /// <summary>Reads the row at which the cells are.</summary>
    void Read(Cells cells);
}

/// <summary>The values of the row at which a reader stands, without an object for each.</summary>
internal abstract class Cells
{
    /// <summary>Whether there is no value.</summary>
    public abstract bool IsNull(int ordinal);

    /// <summary>A whole number.</summary>
    public abstract long Int64(int ordinal);

    /// <summary>A number with a fraction.</summary>
    public abstract double Double(int ordinal);

    /// <summary>A text, as UTF-8; good until another value is asked for.</summary>
    public abstract ReadOnlySpan<byte> Utf8(int ordinal);

    /// <summary>Writes a value as JSON, whatever it is.</summary>
    public abstract void WriteTo(Utf8Buffer json, int ordinal, JavaScriptEncoder encoder);

    /// <summary>A value as C# has it: a long, a double, a string or null.</summary>
    public abstract object? Value(int ordinal);
}
