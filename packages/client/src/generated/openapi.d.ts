/**
 * Derived from spec/ by "pnpm generate". Edit the contract, not this file.
 */

export interface paths {
    "/v1/channel/orders/tour/{ax_order_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Cancel a tour order
         * @description Tells AX Cloud that a traveler's order was cancelled on your channel. One call cancels one AX order as a whole, and not
         *     the other AX orders of the same channel order (inferred: cancellation-scope). It sets two statuses, so that both systems
         *     agree: the one that AX Cloud keeps and the one that your channel keeps.
         *
         *     **Check that the response repeats your request.** If a value differs, do not treat the order as cancelled.
         *
         *     **If no response arrives, the order may or may not be cancelled.** After a time-out or a lost connection, check the order
         *     with AX Cloud before you send the request again: the page does not say what a second request does
         *     (inferred: retry-after-timeout).
         *
         *     **Part of an order:** to cancel single tickets, AX Cloud has another endpoint, which is not part of this contract.
         */
        patch: operations["cancelTourOrder"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Cancel request
         * @description What to set on the order. Send both statuses, although a later version of the page has no `ax_status`
         *     (inferred: superseded-version), and the same value in both: the page does not say what two different values do
         *     (inferred: differing-statuses).
         */
        CancelRequest: {
            /** @description The status that the order shall have at AX Cloud. */
            ax_status: components["schemas"]["RequestedStatus"];
            /** @description The status that the order has at your channel. */
            channel_status: components["schemas"]["RequestedStatus"];
            /**
             * @description A note to keep with the change of status. Optional. It is a text, never `null` (inferred: comment-form); leave it out
             *     where there is nothing to say. The page names no length limit and does not say who reads it, so put no personal data
             *     into it (inferred: comment-audience).
             * @example 여행자의 개인 사정으로 인한 취소
             */
            comment?: string;
        };
        /**
         * Requested status
         * @description A status to set on the order. Spell it exactly, with its capital letters and spaces (inferred: status-spelling).
         *
         *     The page also lists `New` among the statuses of an order. It is not a cancellation: the server accepts it, and cancels
         *     nothing (inferred: new-status). Send one of the cancels.
         * @example Traveler cancel
         * @enum {string}
         */
        RequestedStatus: "Traveler cancel" | "Unavoidable cancel" | "New";
        /**
         * Cancelled order
         * @description The order after the cancellation: these four fields, without an envelope. The page's table also lists `status_code` (an
         *     integer, `200` on success) and `data` (an object). Its example of a response has neither, and the example is the better
         *     evidence (inferred: response-envelope). Do not treat further fields as an error (inferred: additional-response-fields).
         */
        CancelledOrder: {
            /**
             * @description Your channel's identifier of the cancelled order.
             * @example 915c1218-f41c-492b-bb0b-96177ff4d2ee
             */
            channel_order_code: string;
            /**
             * @description The order's status at your channel; after a success the status that you sent. `New`, `Traveler cancel` and
             *     `Unavoidable cancel` are known; do not treat another one as an error (inferred: response-statuses).
             * @example Traveler cancel
             */
            channel_order_status: string;
            /**
             * @description AX Cloud's identifier of the cancelled order; after a success the code in the path.
             * @example b9872ed4-12c5-4fb5-ae18-4f39b11ee912
             */
            ax_order_code: string;
            /**
             * @description The order's status at AX Cloud; after a success the status that you sent. `New`, `Traveler cancel` and
             *     `Unavoidable cancel` are known; do not treat another one as an error (inferred: response-statuses).
             * @example Traveler cancel
             */
            ax_order_status: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * Error
         * @description One text that says what went wrong, in Korean (inferred: error-language), for a person to read. Never compare it. The page
         *     prints it with single quotes; it is JSON all the same (inferred: error-body-quotes).
         */
        ErrorDetail: {
            /**
             * @description What went wrong, for a person to read.
             * @example 찾을 수 없습니다.
             */
            detail: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * Invalid request
         * @description What is wrong with the request: one `detail` where the body could not be read, or one list of messages for each
         *     invalid field (inferred: invalid-request-answer).
         */
        InvalidRequest: {
            /**
             * @description Why the body could not be read, for a person to read.
             * @example JSON parse error - Expecting value: line 1 column 1 (char 0)
             */
            detail?: string;
            /** @description What is wrong with `ax_status`. */
            ax_status?: components["schemas"]["Messages"];
            /** @description What is wrong with `channel_status`. */
            channel_status?: components["schemas"]["Messages"];
            /** @description What is wrong with `comment`. */
            comment?: components["schemas"]["Messages"];
            /** @description What is wrong with the body as a whole. */
            non_field_errors?: components["schemas"]["Messages"];
        } & {
            [key: string]: unknown;
        };
        /**
         * Messages
         * @description The messages about one field, for a person to read.
         * @example [
         *       "이 필드는 필수 항목입니다."
         *     ]
         */
        Messages: string[];
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    cancelTourOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The AX order code: AX Cloud's identifier of the order to cancel. Not your channel's order code, although the page's
                 *     cURL has one here (inferred: order-code-in-path). Every example is a lower-case UUID, but the page only says "String":
                 *     treat it as opaque, and send it exactly as you got it (inferred: order-code-format).
                 * @example b9872ed4-12c5-4fb5-ae18-4f39b11ee912
                 */
                ax_order_code: string;
            };
            cookie?: never;
        };
        /**
         * @description The statuses to set, and an optional comment. The cURL of AX Cloud's wiki page names the fields `channel_order_status`
         *     and `ax_order_status`, which are names of the response. If you send these, both required fields are reported missing
         *     (inferred: body-field-names). The cURL also sends `accept: application/json`, which the page's list of headers does not
         *     have; it is optional (inferred: accept-header).
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description The cancelled order (inferred: synchronous). Check that it has the order code and the statuses that you sent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledOrder"];
                };
            };
            /**
             * @description The request is not valid. The page does not mention this status; the server responds as Django REST framework does, with
             *     one `detail` for a body that it cannot read, or a list of messages for each invalid field
             *     (inferred: invalid-request-answer). The order is as it was (inferred: refusal-changes-nothing).
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidRequest"];
                };
            };
            /**
             * @description The API key is not valid, or not for this order: an order of another channel gets the same response
             *     (inferred: other-channels-order). Check the key, its environment and the word `Token` before it. The order is as it was
             *     (inferred: refusal-changes-nothing).
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDetail"];
                };
            };
            /**
             * @description No order has this code. Check that you sent the AX order code and not your channel's own, and that the order was
             *     placed in the same environment. Nothing was cancelled (inferred: refusal-changes-nothing).
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDetail"];
                };
            };
        };
    };
}
