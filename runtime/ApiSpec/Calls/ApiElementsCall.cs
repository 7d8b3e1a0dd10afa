using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Another call, whose success is read element by element.</summary>
internal sealed class ApiElementsCall<TResponse>(ApiCall<TResponse> whole) : ApiCall<StreamedResponse>(whole.Operation, whole.Accept)
    where TResponse : ApiResponse
{
    internal override bool ReadsBody => true;

    // The member that says that the call failed can follow the array, so the whole body is needed before the first element is returned.
    internal override BodyStreaming? Streaming => Operation.Outcomes is { DecideSuccess: true } ? null : BodyStreaming.Instance;

    internal override StreamedResponse CreateResponse(in ReceivedResponse received)
    {
        if (Streaming is null && received.IsSuccess && !received.LacksBodyAsDocumented)
            return received.CheckJson() is { } unreadable ? throw received.CreateContractException(unreadable)
                : new StreamedResponse(in received, received.OpenWholeBody());
        if (received.Stream is null)
        {
            var response = whole.CreateResponse(in received);
            response.EnsureSuccess();
            if (received.LacksBodyAsDocumented)
                return response.HasNoItems() ? new StreamedResponse(in received, null) : throw response.CreateException();
            throw received.CreateContractException(new BodyViolation("there is no body", null));
        }

        return received.CheckJsonStream() is { } violation
            ? throw received.CreateContractException(violation)
            : new StreamedResponse(in received, received.Stream);
    }
}
