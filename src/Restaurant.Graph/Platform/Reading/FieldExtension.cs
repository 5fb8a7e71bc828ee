using System.Linq.Expressions;
using System.Reflection;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>A field that a feature adds to the type of a row of another feature, see <see cref="ExtendObjectTypeAttribute"/>.</summary>
internal sealed class FieldExtension(MethodInfo method)
{
    /// <summary>The type of its values, or a list of rows.</summary>
    public Type Value { get; } = method.ReturnType.GetGenericArguments()[0].GetGenericArguments()[1];

    /// <summary>Whether it shows rows and not a value.</summary>
    public bool IsList => Members.ElementOf(Value) is not null;

    /// <summary>The methods that add fields to the type of a row.</summary>
    public static IEnumerable<MethodInfo> MethodsFor(FeatureTypes features, Type row) => features
        .With<ExtendObjectTypeAttribute>()
        .Where(type => type.GetCustomAttribute<ExtendObjectTypeAttribute>()!.Type == row)
        .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly));

    /// <summary>The expression that makes it of a row.</summary>
    public LambdaExpression ExpressionFor(IServiceProvider services) =>
        (LambdaExpression)method.Invoke(null, [.. method.GetParameters().Select(parameter => services.GetRequiredService(parameter.ParameterType))])!;
}
