using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A piece of what a row is written as.</summary>
internal abstract class Part
{
    /// <summary>Writes it for the row at which the cells are.</summary>
    public abstract void Write(Rendering rendering, Cells cells);
}

/// <summary>What is the same for every row: names and punctuation.</summary>
internal sealed class Literal(byte[] json) : Part
{
    /// <summary>The same parts, with those that are literals and stand together made one.</summary>
    public static Part[] Joined(IEnumerable<Part> parts)
    {
        var joined = new List<Part>();
        foreach (var part in parts)
        {
            if (part is Literal next && joined is [.., Literal last])
            {
                joined[^1] = new Literal([.. last._json, .. next._json]);
            }
            else if (part is JoinedPart several)
            {
                joined = [.. Joined([.. joined, .. several.Parts])];
            }
            else
            {
                joined.Add(part);
            }
        }

        return [.. joined];
    }

    private readonly byte[] _json = json;

    /// <inheritdoc />
    public override void Write(Rendering rendering, Cells cells) => rendering.Text.Write(_json);
}

/// <summary>The value of a column that is never null.</summary>
internal sealed class ColumnPart(int ordinal, Format format) : Part
{
    /// <inheritdoc />
    public override void Write(Rendering rendering, Cells cells) => format.Write(rendering.Text, cells, ordinal);
}

/// <summary>The value of a column that may be null.</summary>
internal sealed class NullablePart(int ordinal, Format format) : Part
{
    /// <inheritdoc />
    public override void Write(Rendering rendering, Cells cells)
    {
        if (cells.IsNull(ordinal))
        {
            rendering.Text.Write("null"u8);
        }
        else
        {
            format.Write(rendering.Text, cells, ordinal);
        }
    }
}

/// <summary>Several parts.</summary>
internal sealed class JoinedPart(Part[] parts) : Part
{
    /// <summary>The parts.</summary>
    public Part[] Parts { get; } = parts;

    /// <inheritdoc />
    public override void Write(Rendering rendering, Cells cells)
    {
        foreach (var part in Parts)
        {
            part.Write(rendering, cells);
        }
    }
}

/// <summary>A row that the row refers to, joined to it.</summary>
/// <param name="key">The column that tells whether it is there for the viewer.</param>
/// <param name="isNullable">Whether it may be missing.</param>
/// <param name="parts">What is written of it.</param>
internal sealed class ReferencePart(int key, bool isNullable, Part[] parts) : Part
{
    /// <inheritdoc />
    public override void Write(Rendering rendering, Cells cells)
    {
        if (!cells.IsNull(key))
        {
            foreach (var part in parts)
            {
                part.Write(rendering, cells);
            }
        }
        else if (isNullable)
        {
            rendering.Text.Write("null"u8);
        }
        else
        {
            throw new NotPlannedException("What a row has to refer to is not there.");
        }
    }
}

/// <summary>A place where something is written that another statement reads.</summary>
/// <param name="branch">Which of the row's branches reads it.</param>
/// <param name="key">The column of the key by which it is found.</param>
internal sealed class BranchPart(int branch, int key) : Part
{
    /// <inheritdoc />
    public override void Write(Rendering rendering, Cells cells) => rendering.Leave(branch, cells.Int64(key));
}

/// <summary>What C# makes of some columns.</summary>
internal sealed class ComputedPart(IReadOnlyList<int> ordinals, Func<object?[], object?> compute, ValueWriter value) : Part
{
    /// <inheritdoc />
    public override void Write(Rendering rendering, Cells cells) =>
        value.Write(rendering.Text, compute([.. ordinals.Select(cells.Value)]));
}
