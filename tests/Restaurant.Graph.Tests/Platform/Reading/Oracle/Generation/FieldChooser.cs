using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>Chooses fields so that answers have something in them and yet stay small.</summary>
internal sealed class FieldChooser(Random random, Surroundings surroundings)
{
    private const double AsTypeName = 6;
    private const double AsIntrospection = 2;
    private const double AsComputed = 12;
    private const double AsConnection = 30;
    private const double AsObject = 55;
    private const int MaxRows = 150;
    private const int PageRows = 6;
    private const int IntrospectionRows = 12;

    // One field that is computed makes the whole operation the executor's.
    private readonly bool _mayCompute = random.Happens(AsComputed);

    /// <summary>A field of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="rows">How many objects of the type there may be in the answer.</param>
    /// <param name="leavesOnly">Whether nothing can be selected below the field.</param>
    public FieldType Choose(IGraphType type, double rows, bool leavesOnly)
    {
        if (type is not IComplexGraphType complex || random.Happens(AsTypeName))
        {
            return surroundings.Schema.TypeNameMetaFieldType;
        }

        if (type == surroundings.Schema.Query && random.Happens(AsIntrospection))
        {
            return surroundings.Schema.TypeMetaFieldType;
        }

        FieldType[] fields = [.. complex.Fields.Where(field => IsAffordable(type, field, rows, leavesOnly) && (_mayCompute || type != surroundings.Schema.Query || field.Read() is not null))];
        FieldType[] objects = [.. fields.Where(field => !field.ResolvedType!.IsLeaf())];
        FieldType[] connections = [.. objects.Where(field => field.ResolvedType!.Named().IsConnection())];
        return connections.Length > 0 && random.Happens(AsConnection) ? random.One(connections)
            : objects.Length > 0 && random.Happens(AsObject) ? random.One(objects)
            : fields.Length > 0 ? random.One(fields)
            : surroundings.Schema.TypeNameMetaFieldType;
    }

    /// <summary>Whether a field can be selected without the answer becoming too large.</summary>
    public bool IsAffordable(IGraphType type, FieldType field, double rows, bool leavesOnly) =>
        field.ResolvedType!.IsLeaf() || (!leavesOnly && rows * RowsOf(type, field) <= MaxRows);

    /// <summary>How many objects there are below a field for each object of its type.</summary>
    public double RowsOf(IGraphType type, FieldType field) => field.ResolvedType!.Named().IsConnection() ? PageRows
        : type.IsConnection() ? 1
        : type.Name.StartsWith("__", StringComparison.Ordinal) && field.ResolvedType!.Item() is not null ? IntrospectionRows
        : surroundings.Harvest.LengthOf(new Subject(type.Name, field.Name));
}
