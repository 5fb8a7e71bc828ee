using System.Text.Json.Nodes;

namespace Restaurant.Bench.Runner.Setup;

/// <summary>The menu that is measured: the seed with one menu of some 60 dishes, whose answer is about 20 KB; all other dishes are there, on no menu.</summary>
internal static class BenchMenu
{
    /// <summary>What it is made of.</summary>
    public static string SeedFile => Path.Combine(Paths.Product, "Data", "Seed", "menu.json");

    /// <summary>The menu file.</summary>
    public static string Text()
    {
        var file = JsonNode.Parse(File.ReadAllText(SeedFile))!;
        var menus = file["menus"]!.AsArray();
        while (menus.Count > 1)
        {
            menus.RemoveAt(menus.Count - 1);
        }

        menus[0]!["categories"]!.AsArray().Add("desserts");
        return file.ToJsonString();
    }
}
