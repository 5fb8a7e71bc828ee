using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>How a query is read, under one choice of what its conditions include.</summary>
internal sealed class QueryPlan : OperationPlan
{
    private readonly (byte[] Name, RootField Field)[] _fields;

    private QueryPlan((byte[] Name, RootField Field)[] fields, bool isPublic) => (_fields, IsPublic) = (fields, isPublic);

    /// <summary>Whether the answer is the same for everybody.</summary>
    public bool IsPublic { get; }

    /// <summary>Whether one statement reads it all, so that it needs no snapshot around it.</summary>
    public bool IsOneStatement => _fields is [{ Field.IsOneStatement: true }];

    /// <summary>Whether the answer may be kept until something in the store changes.</summary>
    public bool IsCacheable => IsPublic && _fields.All(static each => each.Field.IsPure);

    /// <summary>Compiles a query; throws <see cref="NotPlannedException"/> for what plans do not express.</summary>
    public static QueryPlan Of(PlanScope scope, IObjectGraphType root, Selection selection)
    {
        var selected = selection.On(root).ToList();
        return new QueryPlan(
            [.. selected.Select((field, index) => (JsonNames.Of(field.Key, isFirst: index == 0), RootField.Of(scope, root, field)))],
            PublicAttribute.AreAll(selected));
    }

    /// <summary>Reads all and writes the answer.</summary>
    public async ValueTask RunAsync(PlanRun run, Utf8Buffer json)
    {
        var fetched = new Fetched?[_fields.Length];
        try
        {
            // Begun together, so that their statements can be sent together.
            var fetching = Array.ConvertAll(_fields, each => each.Field.FetchAsync(run));
            for (var index = 0; index < fetched.Length; index++)
            {
                fetched[index] = await fetching[index];
            }

            json.Write("{\"data\":"u8);
            for (var index = 0; index < fetched.Length; index++)
            {
                json.Write(_fields[index].Name);
                fetched[index]!.Write(json, key: 0);
            }

            json.Write(JsonNames.End(fetched.Length == 0));
            json.Write((byte)'}');
        }
        finally
        {
            foreach (var each in fetched)
            {
                each?.Dispose();
            }
        }
    }
}
