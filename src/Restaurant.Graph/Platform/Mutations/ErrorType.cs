using System.Reflection;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>The object type of a kind of error.</summary>
internal sealed class ErrorType<T> : AutoRegisteringObjectGraphType<T>
    where T : MutationError
{
    public ErrorType() => Interface<ErrorInterfaceType>();

    /// <inheritdoc />
    protected override IEnumerable<MemberInfo> GetRegisteredMembers() => Members.Of(typeof(T));

    /// <inheritdoc />
    protected override FieldType CreateField(MemberInfo memberInfo) =>
        PropertyField.Of((PropertyInfo)memberInfo, GetTypeInformation(memberInfo));
}

/// <summary>What all errors of payloads have in common.</summary>
internal sealed class ErrorInterfaceType : InterfaceGraphType<MutationError>
{
    public ErrorInterfaceType()
    {
        Name = "Error";
        Description = "A fault that the user of a front-end can cause and mend.";
        Field<NonNullGraphType<StringGraphType>>("message")
            .Description("What is wrong, in plain English for a developer or as a last resort for a user.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("path")
            .Description("The path of the input at fault, from `input` down: `[\"input\", \"lines\", \"0\", \"quantity\"]`.");
        Field<NonNullGraphType<ErrorCodeType>>("code").Description("The kind of the error, for programs.");
    }
}

/// <summary>The codes of all kinds of error.</summary>
internal sealed class ErrorCodeType : EnumerationGraphType
{
    public ErrorCodeType(FeatureTypes features)
    {
        Name = "ErrorCode";
        Description = "The kinds of error of payloads. Values may be added: keep a default branch.";
        foreach (var error in features.Of<MutationError>().OrderBy(error => error.Name, StringComparer.Ordinal))
        {
            Add(MutationError.CodeOf(error), MutationError.CodeOf(error), $"See `{error.Name}`.");
        }
    }
}
