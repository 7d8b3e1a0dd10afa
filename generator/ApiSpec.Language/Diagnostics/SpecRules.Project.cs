namespace ApiSpec.Language.Diagnostics;

// 0900-0999: the project and the generator itself.
internal static partial class SpecRules
{
    public static readonly SpecRule LanguageVersionTooLow = new(
        "APISPEC0900", "C# 11 or later is needed",
        "ApiSpec generates C# 11, and this project compiles as C# {0}; set <LangVersion>11.0</LangVersion> or later");

    public static readonly SpecRule RuntimeMissing = new(
        "APISPEC0901", "The ApiSpec library is not referenced",
        "The generated code calls the ApiSpec library, which this project does not reference; add the package ApiSpec");

    public static readonly SpecRule UnreadableFile = new(
        "APISPEC0902", "A spec file that cannot be read",
        "The compiler could not read '{0}'");

    public static readonly SpecRule TestingKitMissing = new(
        "APISPEC0903", "The library ApiSpec.Testing is not referenced",
        "ApiSpecGenerateFake asks for a fake server, which calls the library ApiSpec.Testing, and this project does not reference it; add the package ApiSpec.Testing");

    public static readonly SpecRule InternalError = new(
        "APISPEC0999", "A defect of ApiSpec",
        "ApiSpec failed on this file and generated nothing from it; please report it with the file ({0})");
}
