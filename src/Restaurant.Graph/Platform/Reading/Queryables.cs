namespace Restaurant.Graph.Platform.Reading;

internal static class Queryables
{
    /// <summary>What a type yields if it is a query, or a task of one; else null.</summary>
    public static Type? ElementOf(Type type)
    {
        if (!type.IsGenericType)
        {
            return null;
        }

        var definition = type.GetGenericTypeDefinition();
        var argument = type.GetGenericArguments()[0];
        if (definition == typeof(IQueryable<>))
        {
            return argument;
        }

        return definition == typeof(Task<>) ? ElementOf(argument) : null;
    }
}
