namespace Restaurant.Graph.Tests.Support;

/// <summary>The files of the project.</summary>
internal static class Repository
{
    /// <summary>The address of a file, given from the root.</summary>
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Restaurant.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the project.");
        }

        return Path.Combine([folder.FullName, .. parts]);
    }
}
