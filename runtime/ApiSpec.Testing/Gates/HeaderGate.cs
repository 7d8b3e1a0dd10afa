using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>Lets callers in whose requests have a header with one value: a key, or a bearer token.</summary>
internal sealed class HeaderGate(string name, string value) : Gate
{
    public override string Demand => $"The header '{name}' is needed, with the right value.";

    public override Admission Admit(ReceivedRequest request, StubOperation? operation)
        => request.Headers[name] == value ? Admission.Passed : Admission.Refused;
}
