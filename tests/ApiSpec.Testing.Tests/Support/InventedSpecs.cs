namespace ApiSpec.Testing.Tests.Support;

/// <summary>Specs of references that do not exist.</summary>
internal static class InventedSpecs
{
    /// <summary>Returns a folder of specs from the tests of other references' constructs.</summary>
    public static string OfReferences(string name) => Repository.PathOf("tests/ApiSpec.References.Tests/Specs", name);

    /// <summary>Returns a folder of specs that this project compiles.</summary>
    public static string Own(string name) => Repository.PathOf("tests/ApiSpec.Testing.Tests/Specs", name);
}
