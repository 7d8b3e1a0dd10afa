using ApiSpec.Upgrade;

if (args.Length == 0)
{
    Console.Error.WriteLine("Rewrites specs of version 0.1: *.apispec.yaml files, YAML blocks of Markdown files, and strings of C# files.");
    Console.Error.WriteLine("Usage: dotnet run --project generator/ApiSpec.Upgrade -- <file or folder>...");
    return 2;
}

var changed = 0;
foreach (var path in args.SelectMany(UpgradedFiles.Find))
{
    var text = File.ReadAllText(path);
    var upgraded = UpgradedFiles.Upgrade(path, text);
    if (upgraded == text)
        continue;
    File.WriteAllText(path, upgraded, UpgradedFiles.EncodingOf(path));
    Console.WriteLine(path);
    changed++;
}

Console.WriteLine(changed + (changed == 1 ? " file changed." : " files changed."));
return 0;
