using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GraphQL;
using GraphQL.Types;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>
/// Describes the schema by the XML documentation of the code. The engine can read that as well, but searches the whole file for each member,
/// which was half of what it took to make a schema.
/// </summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed partial class XmlDescriptionsAttribute : GraphQLAttribute
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, string>> Known = [];

    /// <summary>Describes whatever the engine makes of types of C# from now on.</summary>
    public static void Enable()
    {
        lock (Known)
        {
            if (!GlobalSwitches.GlobalAttributes.OfType<XmlDescriptionsAttribute>().Any())
            {
                GlobalSwitches.GlobalAttributes.Add(new XmlDescriptionsAttribute());
            }
        }
    }

    /// <summary>The summary of a type or a member; null if it has none.</summary>
    public static string? Of(MemberInfo member) => Known.GetOrAdd(member.Module.Assembly, Read).GetValueOrDefault(member switch
    {
        Type type => $"T:{NameOf(type)}",
        PropertyInfo => $"P:{NameOf(member.DeclaringType)}.{member.Name}",
        FieldInfo => $"F:{NameOf(member.DeclaringType)}.{member.Name}",
        _ => $"M:{NameOf(member.DeclaringType)}.{member.Name}",
    });

    /// <inheritdoc />
    public override void Modify(IGraphType graphType, Type sourceType) => graphType.Description ??= Of(sourceType);

    /// <inheritdoc />
    public override void Modify(FieldType fieldType, bool isInputType, IGraphType graphType, MemberInfo memberInfo, ref bool ignore) =>
        fieldType.Description ??= Of(memberInfo);

    private static string NameOf(Type? type) =>
        Arity().Replace(((type is { IsConstructedGenericType: true } ? type.GetGenericTypeDefinition() : type)?.FullName ?? "").Replace('+', '.'), "");

    // Methods are known by their names alone, as fields of a schema are.
    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        foreach (var member in File.Exists(file) ? XDocument.Load(file).Descendants("member") : [])
        {
            if (member.Attribute("name")?.Value is { } name && member.Element("summary")?.Value.Trim() is { Length: > 0 } summary)
            {
                descriptions.TryAdd(Arity().Replace(name.Split('(')[0], ""), summary);
            }
        }

        return descriptions;
    }

    [GeneratedRegex(@"`+\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arity();
}
