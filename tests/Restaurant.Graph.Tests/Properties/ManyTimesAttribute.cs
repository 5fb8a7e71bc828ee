using FsCheck.Xunit;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>A property that is tried as often as a variable of the environment says.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ManyTimesAttribute : PropertyAttribute
{
    /// <summary>Reads the variable.</summary>
    /// <param name="variable">Its name.</param>
    /// <param name="usually">How often if it is not set.</param>
    public ManyTimesAttribute(string variable, int usually)
    {
        (MaxTest, QuietOnSuccess) = (Setting.Number(variable) ?? usually, true);
    }
}
