using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>
/// The query that a method of a feature makes. If the method takes nothing but arguments and the database, its query is a function of the
/// arguments, and is compiled once with stand-ins for them; if it takes anything else, it is asked anew each time.
/// </summary>
internal sealed class RootQuery
{
    private readonly RootRead _read;
    private readonly (string Name, Type Type)[] _arguments;

    /// <summary>The query of a field.</summary>
    public RootQuery(RootRead read, FieldType field)
    {
        _read = read;
        var parameters = read.Method!.GetParameters();
        _arguments = [.. parameters
            .Where(parameter => field.Arguments?.Find(parameter.Name!) is not null)
            .Select(parameter => (parameter.Name!, Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType))];
        IsCompiled = read.Method.ReturnType.GetGenericTypeDefinition() == typeof(IQueryable<>)
            && parameters.All(parameter => parameter.ParameterType.IsAssignableTo(typeof(DbContext)) || _arguments.Any(argument => argument.Name == parameter.Name));
    }

    /// <summary>Whether it is compiled once.</summary>
    public bool IsCompiled { get; }

    /// <summary>What of the arguments decides about the query, as opposed to its parameters.</summary>
    public string ShapeOf(Bindings bindings) => _arguments.Length switch
    {
        0 => "",
        1 => ShapeOf(bindings, _arguments[0]),
        _ => string.Join(' ', _arguments.Select(argument => ShapeOf(bindings, argument))),
    };

    private static string ShapeOf(Bindings bindings, (string Name, Type Type) argument) =>
        bindings.Argument(argument.Name) is not { } value ? "0" : HasStandIn(argument.Type) ? "*" : $"{value}";

    /// <summary>The query with open slots for the arguments.</summary>
    public IQueryable<T> Compiled<T>(PlanScope scope, Bindings bindings, Slots slots)
    {
        var arguments = _arguments.ToDictionary(
            argument => argument.Name,
            argument => new ArgumentValue(StandIn(argument.Name, argument.Type, bindings, slots), ArgumentSource.Literal),
            StringComparer.Ordinal);
        return (IQueryable<T>)_read.Query!.ResolveAsync(Context(arguments, scope, CancellationToken.None)).Result!;
    }

    /// <summary>The query for the arguments of this time.</summary>
    public async ValueTask<IQueryable<T>> AskedAsync<T>(PlanScope scope, Bindings bindings, CancellationToken cancellationToken) =>
        (IQueryable<T>)(await _read.Query!.ResolveAsync(Context(bindings.Arguments, scope, cancellationToken)))!;

    private static ResolveFieldContext Context(IDictionary<string, ArgumentValue>? arguments, PlanScope scope, CancellationToken cancellationToken) =>
        new() { Arguments = arguments, RequestServices = scope.Services, UserContext = scope.Viewer.Context, CancellationToken = cancellationToken };

    private static object? StandIn(string name, Type type, Bindings bindings, Slots slots)
    {
        if (bindings.Argument(name) is not { } value || !HasStandIn(type))
        {
            return bindings.Argument(name);
        }

        if (!type.IsAssignableTo(typeof(IKeyed)))
        {
            return slots.Value(type, given => given.Argument(name));
        }

        var expected = GraphNames.Of(type.GetGenericArguments()[0]);
        return Activator.CreateInstance(type, slots.Add<long>(given =>
            given.Argument(name) switch
            {
                IKeyed keyed => keyed.Key,
                string text => GlobalId.KeyOf(text, expected),
                var other => GlobalId.KeyOf($"{other}", expected),
            }));
    }

    private static bool HasStandIn(Type type) => type.IsAssignableTo(typeof(IKeyed)) || Slots.HasStandIn(type);
}
