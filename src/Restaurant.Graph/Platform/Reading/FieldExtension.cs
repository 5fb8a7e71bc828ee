using System.ComponentModel;
using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>
/// A field that a feature adds to the type of a row of another feature, see <see cref="ExtendObjectTypeAttribute"/>. The method returns an expression
/// over the row, or, as a batch, a task with a value for each of the keys that are its first parameter; only a batch takes arguments.
/// </summary>
internal sealed class FieldExtension(MethodInfo method)
{
    private static readonly MethodInfo TypedBatch = typeof(FieldExtension).GetMethod(nameof(BatchTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The type of its values, or a list of rows.</summary>
    public Type Value { get; } = method.ReturnType.GetGenericArguments()[0].GetGenericArguments()[1];

    /// <summary>Whether it shows rows and not a value.</summary>
    public bool IsList => Members.ElementOf(Value) is not null;

    /// <summary>Whether its method is called once for all rows, when they have been read.</summary>
    public bool IsBatch { get; } = method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>);

    /// <summary>The methods that add fields to the type of a row.</summary>
    public static IEnumerable<MethodInfo> MethodsFor(FeatureTypes features, Type row) => features
        .With<ExtendObjectTypeAttribute>()
        .Where(type => type.GetCustomAttribute<ExtendObjectTypeAttribute>()!.Type == row)
        .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly));

    /// <summary>The arguments of the field: the parameters of a batch that are described. The others are services.</summary>
    public IEnumerable<QueryArgument> Arguments => Described.Select(static parameter => new QueryArgument(
        parameter.ParameterType.GetGraphTypeFromType(Nullable.GetUnderlyingType(parameter.ParameterType) is not null, TypeMappingMode.InputType))
    {
        Name = GraphNames.Field(parameter.Name!),
        Description = parameter.GetCustomAttribute<DescriptionAttribute>()!.Description,
    });

    private IEnumerable<ParameterInfo> Described => method.GetParameters().Where(static parameter => parameter.IsDefined(typeof(DescriptionAttribute)));

    /// <summary>The expression that makes it of a row.</summary>
    public LambdaExpression ExpressionFor(IServiceProvider services) =>
        (LambdaExpression)method.Invoke(null, [.. method.GetParameters().Select(parameter => services.GetRequiredService(parameter.ParameterType))])!;

    /// <summary>The values of a batch, by the keys of the rows.</summary>
    public Task<IReadOnlyDictionary<long, object>> BatchAsync(IResolveFieldContext context, IReadOnlyList<long> keys)
    {
        object?[] arguments = [.. method.GetParameters().Select((parameter, index) => index == 0 ? keys : ValueOf(parameter, context))];
        var task = method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return (Task<IReadOnlyDictionary<long, object>>)TypedBatch.MakeGenericMethod(Value).Invoke(null, [task])!;
    }

    private static object? ValueOf(ParameterInfo parameter, IResolveFieldContext context) => parameter.IsDefined(typeof(DescriptionAttribute))
        ? context.GetArgument(parameter.ParameterType, GraphNames.Field(parameter.Name!))
        : context.RequestServices!.GetRequiredService(parameter.ParameterType);

    private static async Task<IReadOnlyDictionary<long, object>> BatchTypedAsync<T>(Task<IReadOnlyDictionary<long, T>> batch)
        where T : class => (await batch).ToDictionary(static pair => pair.Key, static pair => (object)pair.Value);
}
