using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>
/// A root type put together from the public static methods of every class that carries <typeparamref name="TAttribute"/>, so that a
/// feature adds its fields by being there.
/// </summary>
internal abstract class ComposedObjectType<TAttribute>(FeatureTypes features, IServiceProviderIsService services)
    : AutoRegisteringObjectGraphType<object>
    where TAttribute : Attribute
{
    // Initialised here because the base constructor asks for the members before a constructor body would run.
    private readonly FeatureTypes _features = features;
    private readonly IServiceProviderIsService _services = services;

    /// <inheritdoc />
    protected sealed override IEnumerable<MemberInfo> GetRegisteredMembers() => _features
        .With<TAttribute>()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .OrderBy(method => method.Name, StringComparer.Ordinal);

    /// <inheritdoc />
    protected sealed override LambdaExpression BuildMemberInstanceExpression(MemberInfo memberInfo) => Expression.Lambda(
        Expression.Default(memberInfo.DeclaringType!), Expression.Parameter(typeof(IResolveFieldContext), "context"));

    /// <inheritdoc />
    protected override void ApplyArgumentAttributes(ParameterInfo parameterInfo, QueryArgument queryArgument)
    {
        base.ApplyArgumentAttributes(parameterInfo, queryArgument);
        var type = Nullable.GetUnderlyingType(parameterInfo.ParameterType) ?? parameterInfo.ParameterType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
        {
            queryArgument.Description ??= $"The id of a {GraphNames.Of(type.GetGenericArguments()[0])}.";
        }
    }

    /// <inheritdoc />
    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) =>
        Queryables.ElementOf(((MethodInfo)memberInfo).ReturnType) is { } element
            ? new TypeInformation(memberInfo, false, element, isNullable: false, isList: true, listIsNullable: false, graphType: null)
            : base.GetTypeInformation(memberInfo);

    /// <inheritdoc />
    protected override ArgumentInformation GetArgumentInformation<TParameterType>(FieldType fieldType, ParameterInfo parameterInfo)
    {
        var argument = base.GetArgumentInformation<TParameterType>(fieldType, parameterInfo);
        if (typeof(TParameterType) == typeof(Viewer))
        {
            argument.SetDelegate(static context => (TParameterType)(object)Viewer.Of(context));
        }
        else if (typeof(TParameterType) == typeof(Visibility))
        {
            argument.SetDelegate(static context => (TParameterType)(object)context.RequestServices!.GetRequiredService<VisibilityRules>().For(Viewer.Of(context)));
        }
        else if (_services.IsService(parameterInfo.ParameterType))
        {
            argument.SetDelegate(context => (TParameterType)context.RequestServices!.GetRequiredService(typeof(TParameterType)));
        }

        return argument;
    }
}
