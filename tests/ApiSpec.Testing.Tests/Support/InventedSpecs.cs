namespace ApiSpec.Testing.Tests.Support;

/// <summary>Specs of references that do not exist.</summary>
internal static class InventedSpecs
{
    /// <summary>Returns a folder of specs that the tests of constructs of other references have.</summary>
    public static string OfReferences(string name) => Repository.PathOf("tests/ApiSpec.References.Tests/Specs", name);

    /// <summary>Returns a folder of specs that this project is compiled with.</summary>
    public static string Own(string name) => Repository.PathOf("tests/ApiSpec.Testing.Tests/Specs", name);
}
